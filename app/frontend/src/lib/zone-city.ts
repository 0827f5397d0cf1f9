/** The city that a zone is named after: `Buenos Aires` for `America/Argentina/Buenos_Aires`. */
export function zoneCity(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
