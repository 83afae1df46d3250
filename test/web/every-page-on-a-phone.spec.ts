import { NARROW } from '../support/browser.js'
import { everyPage } from './steps/every-page.js'

everyPage('on a small phone', NARROW)
