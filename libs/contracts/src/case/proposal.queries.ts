import { type PublicationKind, publicationKinds } from '../choices/case-choices.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import { CaseQuery } from './messages.ts';

/** An edition of the catalogue, or a version of the calendar, that waits for a second person; it does not expire. */
export class ProposalView {
  @field.districtCode('区', 'District')
  readonly districtCode!: string;

  @field.choice(publicationKinds, '类型', 'What it is')
  readonly kind!: PublicationKind;

  @field.edition('版本', 'Name of the edition or version')
  readonly name!: string;

  @field.text('送审人', 'Proposed by', { max: 64 })
  readonly proposedBy!: string;

  @field.instant('送审时间', 'Proposed at')
  readonly proposedAt!: string;

  /** Absent where it is to take effect with its approval, as it does where this is past by then. */
  @field.instant('生效时间', 'Takes effect at', { optional: true })
  readonly effectiveFrom?: string;
}

/** What was proposed and is neither approved, declined nor withdrawn, the longest waiting first. */
@CaseQuery('待审核的规范与日历', 'List proposals', {
  route: 'GET /districts/:districtCode/proposals',
  permission: 'case.read',
  views: ['proposals'],
  answer: pageOf(ProposalView),
})
export class ListProposals extends Paged {
  @field.districtCode('区', 'District')
  districtCode!: string;

  /** Only those the reader may approve. */
  @field.optionalBoolean('待我处理', 'Only what waits for the reader')
  awaitingMe?: boolean;
}
