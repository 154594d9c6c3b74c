import tseslint from 'typescript-eslint'

/** What each folder of src/ may import from ours; everything else is refused. */
const layers = {
  requirements: [],
  contract: ['errors', 'requirements', 'markets'],
  markets: ['requirements'],
  http: ['settings', 'errors', 'markets'],
  budget: ['http', 'errors', 'settings'],
  plan: ['requirements'],
  certificates: ['errors'],
  oauth: ['http', 'errors', 'markets', 'contract', 'settings'],
  tls: ['http', 'errors', 'certificates', 'requirements'],
  checks: ['http/exchange', 'contract', 'requirements'],
  deviations: ['requirements', 'http/exchange', 'contract', 'checks/check'],
  mock: ['contract', 'errors', 'markets', 'certificates', 'requirements', 'deviations'],
  report: ['requirements', 'checks', 'contract', 'errors', 'deviations', 'tls'],
  audit: ['requirements', 'checks', 'contract', 'errors', 'markets', 'http', 'deviations', 'report'],
  doctor: [
    'oauth',
    'http',
    'errors',
    'markets',
    'contract',
    'settings',
    'token-settings',
    'testing/chromium',
    'testing/login-page',
    'parked',
  ],
  parked: ['errors', 'requirements', 'http/server-time'],
  readiness: ['report', 'requirements', 'contract', 'errors'],
}

/** `depth` counts the folders between src/ and the file: an import may climb that far before it leaves its layer. */
function layerRule(folder, allowed, depth) {
  const names = allowed.map((name) => name.replace('/', '\\/')).join('|') || '(?!)'
  const inside = depth === 1 ? '*.ts' : `${'*/'.repeat(depth - 1)}*.ts`
  return {
    files: [`src/${folder}/${inside}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: `^(\\.\\./){${depth},}(?!${names})`,
              message: `src/${folder} may import: ${allowed.join(', ') || 'nothing of ours'}.`,
            },
            { regex: '@playwright/test|allure', message: 'Only src/testing imports Playwright or Allure.' },
          ],
        },
      ],
    },
  }
}

export default tseslint.config(
  { ignores: ['reports/**', 'node_modules/**', 'schemas/**', 'bench/.peers/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'allurerc.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only src/settings.ts reads the environment.' },
      ],
    },
  },
  ...Object.entries(layers).flatMap(([folder, allowed]) =>
    [1, 2, 3].map((depth) => layerRule(folder, allowed, depth)),
  ),
  { files: ['src/settings.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['src/checks/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'Date', 'process', 'fetch', 'performance'] },
  },
  {
    files: ['src/commands/**/*.ts', 'src/testing/*-reporter.ts', 'bench/**/*.ts', '.ci/**/*.mjs'],
    rules: { 'no-console': 'off' },
  },
  {
    // Playwright hands fixtures over in an object pattern, which is empty when a fixture needs none.
    files: ['src/testing/**/*.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
)
