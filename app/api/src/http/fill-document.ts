/** What the variables of a document stand for. */
export interface DocumentValues {
  /** When the document is sent, by the host clock. */
  readonly now: Date;
  /** The address of the folder that the document is in, with a slash at the end. */
  readonly pageUrl: string;
}

const DIRECTIVE = /<!--#(config timefmt|echo var)="([^"]*)" -->/g;

/**
 * Fills in a document's server-side includes, as the page's nginx does: `config timefmt` with the fields
 * `%Y %m %d %H %M %S`, and `echo` of `date_gmt` and `page_url`.
 * @throws {RangeError} for another variable.
 */
export function fillDocument(document: string, { now, pageUrl }: DocumentValues): string {
  const [Y = '', m = '', d = '', H = '', M = '', S = ''] = now.toISOString().split(/[-T:.]/);
  const fields: Readonly<Record<string, string>> = { Y, m, d, H, M, S };
  let format = '%Y-%m-%dT%H:%M:%SZ';
  return document.replace(DIRECTIVE, (_directive, command: string, argument: string) => {
    if (command === 'echo var') {
      if (argument === 'page_url') return escapeMarkup(pageUrl);
      if (argument !== 'date_gmt') throw new RangeError(`A document echoes "${argument}".`);
      return format.replace(/%([YmdHMS])/g, (_field, name: string) => fields[name] ?? '');
    }
    format = argument;
    return '';
  });
}

/** Clients choose the host in an address. */
function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
