import { field } from '@panshi/contracts';

/** A picture that was stored. */
export class StoredPicture {
  @field.anyId('图片编号', 'Picture')
  readonly pictureId!: string;

  @field.sha256('密文摘要', 'SHA-256 of the sealed file')
  readonly sha256!: string;

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
