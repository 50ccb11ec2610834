// Which file each output is written to.

import { formatOfPath, type Options } from './options.js'

interface Named {
  readonly format: string
  readonly booklet?: true
}

const suffix = '-booklet'

/** The outputs with their paths, one for each path that asks for them; none where nothing is to be written. */
export function withPaths<T extends Named>(
  made: readonly T[],
  slug: string,
  { output, outputDir }: Pick<Options, 'output' | 'outputDir'>,
): readonly (T & { readonly path: string })[] {
  if (output !== undefined) {
    return output.flatMap((path) =>
      made.filter(({ format }) => format === formatOfPath(path)).map((one) => ({ ...one, path: pathOf(one, path) })),
    )
  }
  if (outputDir === undefined) return []
  return made.map((one) => ({ ...one, path: pathOf(one, `${outputDir}/${slug}.${one.format}`) }))
}

/** A booklet stands beside the PDF that it is made of. */
function pathOf({ booklet }: Named, path: string): string {
  const point = path.lastIndexOf('.')
  return booklet ? `${path.slice(0, point)}${suffix}${path.slice(point)}` : path
}
