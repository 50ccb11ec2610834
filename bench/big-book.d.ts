/** Posts as the REST API serves them; each shows the picture of its number. */
export function posts(
  count: number,
  settings?: { seed?: number; paragraphs?: number; pictureName?: (index: number) => string },
): Record<string, unknown>[]

/** Writes the pictures of `count` posts into `folder`. */
export function writePictures(count: number, folder: string, seed?: number): Promise<void>
