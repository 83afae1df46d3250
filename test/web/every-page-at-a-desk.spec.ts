import { WIDE } from '../support/browser.js'
import { everyPage } from './steps/every-page.js'

everyPage('at a desk', WIDE)
