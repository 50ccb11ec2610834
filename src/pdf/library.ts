/** The PDF library, which is loaded only when there is something to print, and so is handed on. */
export type PdfLib = typeof import('@pdfme/pdf-lib')
