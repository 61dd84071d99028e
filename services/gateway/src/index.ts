export * from './gateway.module.ts';
export * from './http-application.ts';
export * from './openapi/document.ts';
