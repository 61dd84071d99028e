import { field } from '@panshi/contracts';

/** Of whom a picture is. */
export class PictureOf {
  /** Whose picture it is (the reporter's id); the signed-in person unless told. */
  @field.anyId('当事人', 'Subject', { optional: true })
  subject?: string;
}

/** A picture, by the report that names it. */
export class PictureAddress {
  @field.id('事件编号', 'Incident')
  incidentId!: string;

  @field.anyId('图片编号', 'Picture')
  pictureId!: string;
}
