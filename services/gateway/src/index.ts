export * from './gateway.module.ts';
export * from './gateway-http.ts';
export * from './openapi/document.ts';
