/** Code that runs inside QuickJS: see build/guest-code.ts. */
declare module '*?guest' {
  const code: string;
  export default code;
}
