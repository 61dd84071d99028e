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

/** A picture that was stored. */
export class StoredPicture {
  @field.anyId('图片编号', 'Picture')
  readonly pictureId!: string;

  @field.sha256('密文摘要', 'SHA-256 of the sealed file')
  readonly ciphertextSha256!: string;

  @field.count('大小（字节）', 'Bytes of the picture itself')
  readonly size!: number;

  @field.text('媒体类型', 'Media type', { max: 40 })
  readonly mediaType!: string;
}

export class Alive {
  @field.text('状态', 'Status', { max: 20 })
  readonly status!: string;
}

/** Whether the process can do its work, in parts. */
export class Health extends Alive {
  @field.anyObject('正常部分', 'Parts that are up', { optional: true })
  readonly info?: object;

  @field.anyObject('异常部分', 'Parts that are not', { optional: true })
  readonly error?: object;

  @field.anyObject('各部分', 'All parts')
  readonly details!: object;
}
