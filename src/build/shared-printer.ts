// The browsers that the books of one run share: started when the first book is printed, one for each that they name.

import type { ReportFn } from '../diagnostics.js'
import type { Printer } from '../pdf/index.js'
import type { BuildContext } from './run.js'

/** What `report` was called with. */
type Said = Parameters<ReportFn>

interface Shared {
  readonly printer: Printer
  /** What there was to say of the browser; each book that it prints has that in its report, as if it were alone. */
  readonly said: ReadonlyMap<string, Said>
}

/** A printer that starts nothing before it prints. */
function sharedPrinter(): Printer {
  const all = new Map<string, Promise<Shared>>()
  return {
    print: async (document, settings, context) => {
      const { browser, sandbox } = settings
      const key = JSON.stringify([browser, sandbox])
      const shared = all.get(key) ?? start({ sandbox, env: context.env, ...(browser === undefined ? {} : { browser }) })
      all.set(key, shared)
      const { printer, said } = await shared
      try {
        return await printer.print(document, settings, context)
      } finally {
        for (const one of said.values()) context.report(...one)
      }
    },
    close: async () => {
      await Promise.all([...all.values()].map(async (shared) => (await shared).printer.close()))
    },
  }
}

async function start(settings: {
  readonly browser?: string
  readonly sandbox: boolean
  readonly env: Readonly<Record<string, string | undefined>>
}): Promise<Shared> {
  const { createPrinter } = await import('../pdf/index.js')
  const said = new Map<string, Said>()
  const report = (...one: Said) => void said.set(JSON.stringify(one), one)
  return { printer: createPrinter({ ...settings, report: report as ReportFn }), said }
}

/** Does work with a printer for all of it: the one that there is, or one that ends with the work. */
export async function withSharedPrinter<T>(
  context: BuildContext,
  work: (context: BuildContext) => Promise<T>,
): Promise<T> {
  if (context.printer) return await work(context)
  const printer = sharedPrinter()
  try {
    return await work({ ...context, printer })
  } finally {
    await printer.close()
  }
}
