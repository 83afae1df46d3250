/** Stops the run's PostgreSQL and removes its folder. */
export default async function stop() {
  await globalThis.headroomPostgres?.stop()
}
