/** A neutral placeholder for a photograph, since character recognition keeps no image. */
export const greyPicture = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
  <rect width="1200" height="800" fill="#d8d8d8"/>
  <rect x="8" y="8" width="1184" height="784" fill="none" stroke="#b0b0b0" stroke-width="2"/>
</svg>
`
