import { type PatientNumber, findPatientNumbers } from './patient-number.js'

/** A number and where in a file it stands: “line 3”, “page 2”, “sheet “Visits”, cell B12”. */
export interface FoundNumber extends PatientNumber {
  readonly place: string
}

/** The most places named of one file: whoever sees these looks for the rest. */
export const MOST_PLACES = 10

/** Collects what is found in the parts of a file. */
export class TextSearch {
  readonly found: FoundNumber[] = []

  look(place: string, text: string): void {
    if (this.found.length >= MOST_PLACES) return
    for (const number of findPatientNumbers(text)) {
      if (this.found.length < MOST_PLACES) this.found.push({ ...number, place })
    }
  }
}
