import { TestEnvironment } from 'jest-environment-node'

/** Lets tests reach the built application outside their own sandbox, where Node keeps it loaded from one test file to the next. */
export default class NativeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context)
    this.global.loadNative = (module) => import(module)
    // Or an error of the application would be none in the eyes of a test.
    this.global.Error = Error
  }
}
