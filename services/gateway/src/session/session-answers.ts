import { field, GrantView } from '@panshi/contracts';

class ActorShown {
  @field.username('用户名', 'Username')
  readonly account!: string;

  @field.anyId('人员', 'Person')
  readonly person!: string;

  @field.phrase('岗位', 'Post', { max: 64 })
  readonly post!: string;
}

/** Who is signed in, and what they may do where. */
export class Principal {
  @field.body(() => ActorShown, '登录人', 'Who acts')
  readonly actor!: ActorShown;

  @field.list(() => GrantView, '授权', 'Grants')
  readonly grants!: readonly GrantView[];
}

export class Session {
  @field.text('令牌', 'Token', { max: 4000 })
  readonly token!: string;

  @field.count('有效期（秒）', 'Good for so many seconds')
  readonly expiresInSeconds!: number;

  @field.body(() => Principal, '登录人及授权', 'Who is signed in')
  readonly principal!: Principal;
}
