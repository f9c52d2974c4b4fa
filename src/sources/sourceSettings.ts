/** The settings of the services that sync reads from. */
export interface SourceSettings {
  /** An e-mail address or web page, by which the services can reach the operator. */
  contact: string | undefined;
  openAlex: {
    url: string;
    apiKey: string | undefined;
    /** The most that is spent in a day, in US dollars. Undefined: what the service gives. */
    budgetUsd: number | undefined;
  };
  semanticScholar: { url: string; apiKey: string | undefined };
}
