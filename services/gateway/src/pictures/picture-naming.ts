import { Inject, Injectable } from '@nestjs/common';
import { type CommandEnvelope, GetIncident, ReportIncident, type CommandType } from '@panshi/contracts';
import { ServiceClient } from '@panshi/messaging';
import type { PictureNaming as Naming, PictureStore } from '@panshi/privacy';
import { idsOf, PICTURES } from '@panshi/service-kit';
import { problem } from '../problem/refused.ts';

/** A report names pictures that its sender uploaded, by their hash, and that no other report has. */
@Injectable()
export class PictureNaming {
  constructor(
    @Inject(PICTURES) private readonly pictures: Pick<PictureStore, 'name'>,
    private readonly services: ServiceClient,
  ) {}

  /** What is no list of pictures is left to validation. @throws {ProblemError} `picture.unknown`, `picture.named-before` */
  async check(type: CommandType, envelope: CommandEnvelope): Promise<void> {
    if (type !== ReportIncident) return;
    const { pictures, incidentId } = envelope.command as Partial<ReportIncident>;
    if (!Array.isArray(pictures) || pictures.length > 9) return;
    const record =
      typeof incidentId === 'string' ? incidentId.toLowerCase() : idsOf(envelope.commandId).newId('incidentId');
    const uploader = envelope.principal.actor.person;
    for (const { pictureId, sha256 } of pictures.map((each) => Object(each) as Partial<Naming>))
      if (typeof pictureId === 'string' && typeof sha256 === 'string')
        await this.#name(
          { pictureId: pictureId.toLowerCase(), sha256: sha256.toLowerCase(), uploader, record },
          envelope,
        );
  }

  async #name(naming: Naming, envelope: CommandEnvelope): Promise<void> {
    const { pictureId } = naming;
    const named = await this.pictures.name(naming);
    if (named === 'named') return;
    if (named === 'unknown') throw problem('picture.unknown', { pictureId });
    // The report it was named by may have been refused.
    const { elsewhere } = named;
    if (await this.#isReported(elsewhere, envelope)) throw problem('picture.named-before', { pictureId });
    if ((await this.pictures.name(naming, elsewhere)) !== 'named') throw problem('picture.named-before', { pictureId });
  }

  async #isReported(incidentId: string, { correlationId, principal, deadline }: CommandEnvelope): Promise<boolean> {
    const { body } = await this.services.query(GetIncident, {
      query: { incidentId },
      correlationId,
      principal,
      deadline,
    });
    return body !== undefined;
  }
}
