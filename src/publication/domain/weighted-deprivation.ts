/** A member practice as far as it bears on how deprived a network's patients are; null where it is not known. */
export interface ScoredPractice {
  readonly scoreThousandths: number | null
  readonly patients: number | null
}

/** How deprived a network's patients are, from its practices' scores. */
export interface WeightedDeprivation {
  /** Thousandths; higher is more deprived. Null where no practice has a score and a list size. */
  readonly scoreThousandths: number | null
  /** How many practices it is of, and how many are members. */
  readonly counted: number
  readonly practices: number
}

/**
 * The mean of member practices' scores, each weighted by its registered patients. Units: thousandths of the score, rounded. A practice without a score or a
 * list size is left out and counted as such: it is not 0. Source: practice scores as published with the index of multiple deprivation.
 */
export function weightedDeprivation(practices: readonly ScoredPractice[]): WeightedDeprivation {
  let patients = 0
  let sum = 0
  let counted = 0
  for (const practice of practices) {
    if (practice.scoreThousandths === null || practice.patients === null || practice.patients === 0) continue
    patients += practice.patients
    sum += practice.scoreThousandths * practice.patients
    counted += 1
  }
  return { scoreThousandths: patients === 0 ? null : Math.round(sum / patients), counted, practices: practices.length }
}
