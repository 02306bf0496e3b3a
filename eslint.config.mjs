import { existsSync } from 'node:fs';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const libraries = ['scope:lib', 'scope:contracts', 'scope:domain'];

/** Lint runs inside a package: only that package's program is loaded, which is several times faster than all of them. */
const program = existsSync('tsconfig.spec.json')
  ? { project: ['tsconfig.spec.json'], tsconfigRootDir: process.cwd() }
  : { project: ['{apps,libs,workflows,test}/*/tsconfig.spec.json'], tsconfigRootDir: import.meta.dirname };

/** Workflow code is replayed: no clock, no zone arithmetic, no I/O library; of the domain only step tables and types. */
const deterministic = {
  files: ['workflows/**/*.ts'],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-globals': ['error', 'Intl', 'process', 'fetch', 'setInterval'],
    'no-restricted-imports': ['error', { patterns: [{ regex: '^@fairmark/domain/(?!process$)', message: 'Rules run in activities; workflows read step tables and types only.' }, { group: ['node:*', 'luxon', 'dayjs'] }] }],
  },
};

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '**/*.d.ts', '**/jest.config.*', '.fairmark'] },
  ...nx.configs['flat/base'],
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: program },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@nx/enforce-module-boundaries': ['error', {
        enforceBuildableLibDependency: true,
        allow: [],
        depConstraints: [
          { sourceTag: 'scope:contracts', onlyDependOnLibsWithTags: ['scope:contracts'] },
          { sourceTag: 'scope:domain', onlyDependOnLibsWithTags: ['scope:domain', 'scope:contracts'], bannedExternalImports: ['@nestjs/*', '@mikro-orm/*', '@temporalio/*', 'bullmq', 'pg'] },
          { sourceTag: 'scope:workflow', onlyDependOnLibsWithTags: ['scope:contracts', 'scope:domain', 'scope:workflow'], bannedExternalImports: ['@nestjs/*', '@mikro-orm/*', 'bullmq', 'pg'] },
          { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:contracts', 'scope:web'] },
          { sourceTag: 'scope:lib', onlyDependOnLibsWithTags: libraries },
          { sourceTag: 'scope:api', onlyDependOnLibsWithTags: libraries },
          { sourceTag: 'scope:worker', onlyDependOnLibsWithTags: [...libraries, 'scope:workflow'] },
          { sourceTag: 'scope:test', onlyDependOnLibsWithTags: ['*'] },
        ],
      }],
    },
  },
  {
    // Promises that nobody waits for are lost decisions: production code only, where a type program exists.
    files: ['apps/{api,worker}/src/**/*.ts', 'libs/*/src/**/*.ts', 'workflows/*/src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      'no-restricted-properties': ['error', { object: 'process', property: 'env', message: 'Read the typed configuration of libs/runtime.' }],
    },
  },
  deterministic,
);
