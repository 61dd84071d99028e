export * from './code-fields.ts';
export * from './nested-fields.ts';
export * from './number-fields.ts';
export { personalText } from './personal-text.ts';
export * from './place-fields.ts';
export * from './plain-fields.ts';
export * from './text-fields.ts';
export * from './time-fields.ts';
