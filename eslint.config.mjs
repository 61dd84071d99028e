import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const only = (sourceTag, ...onlyDependOnLibsWithTags) => ({ sourceTag, onlyDependOnLibsWithTags });
const base = ['layer:kernel', 'layer:contracts'];
const libraries = [...base, 'layer:port', 'layer:edge', 'layer:testing'];

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/generated', '.nx', '.cache', 'test/**/fixtures'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name=/^(Rejection|ProblemError|Unavailable)$/] > Literal.arguments',
          message: 'Refuse through a bound table: the compiler then checks code and parameters.',
        },
      ],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          // Real servers and what waits for them: specs of any project may use them.
          allow: ['/test/(components|support)/'],
          depConstraints: [
            only('layer:kernel'),
            only('layer:contracts', 'layer:kernel'),
            only('layer:port', ...base, 'layer:port'),
            only('layer:edge', ...base, 'layer:port', 'layer:edge'),
            only('layer:testing', ...base, 'layer:port', 'layer:edge'),
            only('layer:service', ...libraries),
            only('layer:composition', ...libraries, 'layer:service', 'layer:composition'),
          ],
        },
      ],
    },
  },
  { files: ['**/*.spec.ts', '**/*.contract.ts'], rules: { 'no-restricted-syntax': 'off' } },
  prettier,
);
