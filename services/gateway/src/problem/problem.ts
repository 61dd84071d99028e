import { type Bilingual, field, type RefusedField } from '@panshi/contracts';

/** One field that breaks a rule. Never its value, which may be personal. */
export class FieldError {
  /** Dotted path, array places by number. */
  @field.text('字段路径', 'Path of the field', { max: 200 })
  readonly field!: string;

  /** Absent where nothing of that name is known. */
  @field.bilingual('字段名称', 'What the field is called', { optional: true })
  readonly title?: Bilingual;

  @field.text('规则', 'Rule it breaks', { max: 64 })
  readonly rule!: string;

  /** One sentence, in the language of the detail. */
  @field.text('说明', 'What is wrong', { max: 1000 })
  readonly message!: string;
}

/** What a client gets instead of an answer: RFC 9457, with the code, its parameters and, for bad input, each field. */
export class Problem {
  @field.text('类型', 'Type: a URN of the code', { max: 200 })
  readonly type!: string;

  @field.text('标题', 'Title', { max: 200 })
  readonly title!: string;

  @field.count('HTTP状态码', 'HTTP status', { min: 400, max: 599 })
  readonly status!: number;

  @field.text('详情', 'What is wrong, and what to do', { max: 2000 })
  readonly detail!: string;

  @field.text('代码', 'Code', { max: 100 })
  readonly code!: string;

  @field.anyObject('参数', 'What the code is about', { optional: true })
  readonly params?: Readonly<Record<string, string | number>>;

  @field.list(() => FieldError, '有误的字段', 'Fields that are not as they must be', { optional: true })
  readonly errors?: readonly FieldError[];

  /** Quote it when asking for help. */
  @field.text('请求编号', 'Correlation id of the request', { max: 64 })
  readonly instance!: string;
}

/** What a problem says beside its words. */
export interface ProblemDetails {
  readonly errors?: readonly RefusedField[];
  readonly retryAfterSeconds?: number;
}

/** An error on its way to becoming a problem: thrown anywhere in the gateway, or rebuilt from a service's answer. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: Readonly<Record<string, string | number>> = {},
    readonly more: ProblemDetails = {},
  ) {
    super(code);
  }
}
