/** A page, or a part of one, as shades of grey: 0 is black. */
export interface GreyPicture {
  /** Row by row, a byte a pixel. */
  readonly data: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** Pixels from a picture's top left corner; right and bottom are outside. */
export interface PixelBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A picture of four bytes a pixel (red, green, blue, opacity) on white, as the eye sees its lightness. */
export const greyOf = (data: Uint8Array, width: number, height: number): GreyPicture => {
  const grey = new Uint8Array(width * height)
  for (let at = 0; at < grey.length; at++) {
    const from = at * 4
    const light = 0.299 * (data[from] ?? 0) + 0.587 * (data[from + 1] ?? 0) + 0.114 * (data[from + 2] ?? 0)
    const opacity = (data[from + 3] ?? 255) / 255
    grey[at] = Math.round(light * opacity + 255 * (1 - opacity))
  }
  return { data: grey, width, height }
}

/** The picture as 1 / `factor` of its width and height, each pixel the mean of those that it stands for. */
export const reduced = (picture: GreyPicture, factor: number): GreyPicture => {
  if (factor <= 1) return picture
  const [width, height] = [Math.ceil(picture.width / factor), Math.ceil(picture.height / factor)]
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let [sum, count] = [0, 0]
      for (let py = y * factor; py < Math.min(picture.height, (y + 1) * factor); py++)
        for (let px = x * factor; px < Math.min(picture.width, (x + 1) * factor); px++) {
          sum += picture.data[py * picture.width + px] ?? 0
          count++
        }
      data[y * width + x] = Math.round(sum / count)
    }
  return { data, width, height }
}
