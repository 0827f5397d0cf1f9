/** places/places-plugin.ts makes it. */
declare module 'virtual:places' {
  export const placesText: string;
}
