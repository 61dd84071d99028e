/** How TypeScript becomes JavaScript, for the build and for tests alike: Nest reads the types of decorated members at run time. */
import type { Options } from '@swc/core';

export const swcOptions: Options = {
  swcrc: false,
  configFile: false,
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
};
