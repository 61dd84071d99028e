import * as field from '../vocabulary/fields.ts';

/** What concerns one account. */
export class OneAccount {
  @field.username('用户名', 'Username')
  username!: string;
}
