/** The imports of style section 2: one ordered list, one direction. Type imports count. */
const order = [
  'access',
  'sign-in',
  'audit',
  'specification',
  'network',
  'people',
  'checklist',
  'evidence',
  'publication',
  'decision',
  'relaxation',
  'standing',
  'priority',
  'workload',
  'request',
  'crowd-out',
  'statement',
  'release',
]
const features = order.join('|')

const onlyEarlier = order.slice(0, -1).map((feature, index) => ({
  name: `${feature}-imports-only-earlier-features`,
  comment: 'A later feature extends an earlier type with @ResolveField, never the reverse: cycles crash under ES modules.',
  severity: 'error',
  from: { path: `^src/${feature}/` },
  to: { path: `^src/(${order.slice(index + 1).join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...onlyEarlier,
    {
      name: 'domain-is-pure',
      comment: 'domain/ is plain functions: only domain/ of its own or an earlier feature, and days.',
      severity: 'error',
      from: { path: `^src/(${features})/domain/`, pathNot: '\\.spec\\.ts$' },
      to: { pathNot: `^src/(${features})/domain/|^src/platform/day\\.ts$` },
    },
    {
      name: 'web-is-a-client',
      comment: 'A page that needs data needs a GraphQL field.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^src/', pathNot: '^src/(web|platform)/' },
    },
    {
      name: 'platform-knows-no-feature',
      comment: 'Technical code that knows a feature belongs to that feature.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'typeorm-stays-with-rows',
      comment: 'Queries live in repositories; everything else works with rows.',
      severity: 'error',
      from: {
        path: '^src/.+/',
        pathNot: '\\.(entity|repository|spec)\\.ts$|^src/platform/database/|^src/platform/platform\\.module\\.ts$',
      },
      to: { path: 'node_modules/typeorm/' },
    },
    { name: 'no-cycles', comment: 'Cycles crash or not by which file loads first.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-barrels-or-drawers',
      comment: 'A helper lives beside its one user, or earns a name.',
      severity: 'error',
      from: {},
      to: { path: '^src/.*(/index\\.ts$|/(utils?|helpers?|common)(/|\\.ts$))' },
    },
    {
      name: 'nothing-unresolved',
      comment: 'What is imported has to be there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.spec\\.ts$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
}
