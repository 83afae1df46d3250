// As it runs: GraphQL's checks for developers, and others', cost a tenth of the time.
process.env.NODE_ENV = 'production'

const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2023',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
}

/** The application as it was built, loaded by Node once for all test files of a worker: loading it for each took most of the time. */
const built = {
  ...shared,
  testEnvironment: '<rootDir>/test/support/native-environment.mjs',
  moduleNameMapper: {
    ...shared.moduleNameMapper,
    '^graphql$': '<rootDir>/node_modules/graphql/index.mjs',
    '^@nestjs/graphql$': '<rootDir>/node_modules/@nestjs/graphql/dist/index.js',
  },
  transform: { '/src/.+\\.ts$|/node_modules/.+': '<rootDir>/test/support/built-module.mjs', ...shared.transform },
  transformIgnorePatterns: ['/node_modules/(?!graphql/index.mjs|@nestjs/graphql/dist/index.js)'],
}

/** What is tried as `npm start` makes it, once: the demonstration, the README and the pages in a browser. */
const asStarted = ['<rootDir>/test/(commands|readme|web)/']

/** Pure functions beside their code; everything that has to hold on either database; and what a new user meets. */
export default {
  // Read here only: a project's own is passed over.
  testTimeout: 120_000,
  projects: [
    { ...shared, displayName: 'unit', id: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts'] },
    {
      ...built,
      displayName: 'e2e',
      id: 'e2e',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: asStarted,
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
    {
      ...built,
      displayName: 'browser',
      id: 'browser',
      testMatch: ['<rootDir>/test/{commands,readme,web}/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/browser-setup.mjs',
      globalTeardown: '<rootDir>/test/support/browser-teardown.mjs',
    },
  ],
}
