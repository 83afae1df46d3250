/**
 * How a file was kept free of patients: all of its text was searched for NHS numbers; or it cannot be searched, as pictures and scanned pages cannot, and whoever sent it confirmed
 * that no patient can be identified in it.
 */
export const patientSearches = ['SEARCHED', 'CONFIRMED'] as const
export type PatientSearch = (typeof patientSearches)[number]
