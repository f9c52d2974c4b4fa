import { SourceError } from '../sourceError.ts';

/** Amounts are in millionths of a US dollar, because sums of decimal fractions would not be exact. */
const MILLION = 1_000_000;
/**
 * The price of a request for a list, in millionths of a US dollar, if no answer has stated it. Requests for single
 * objects are free.
 */
const LIST_COST = 100;
/**
 * The amount that a user with an API key may spend in a day, in millionths of a US dollar; DAILY_WITHOUT_KEY is the
 * amount without a key. Used only if the answers of OpenAlex do not state the amount that remains.
 */
const DAILY_WITH_KEY = 1_000_000;
const DAILY_WITHOUT_KEY = 10_000;

const DOCUMENT_NAME = 'spending openalex';

interface Spending {
  /** The day as YYYY-MM-DD in UTC, because the service counts by days in UTC. */
  day: string;
  spent: number;
  /**
   * By name of a source: the price of a request for its lists, in millionths of a US dollar, as OpenAlex stated it
   * last.
   */
  costs?: Readonly<Record<string, number>>;
}

interface BudgetOptions {
  /** The name of the source whose requests are counted. The price of its lists depends on its filter. */
  source: string;
  budgetUsd: number | undefined;
  hasKey: boolean;
}

/**
 * Counts what requests cost in a day. A request is counted before it is sent, so that it counts even if the process is
 * killed or no answer comes.
 */
export class OpenAlexBudget {
  readonly #options: BudgetOptions;
  #spending: Spending;
  /**
   * The amount that may still be spent today, in millionths of a US dollar, as OpenAlex stated it last; undefined if
   * it has not stated it.
   */
  #remaining: number | undefined;
  #hasAnswer = false;
  #requests = 0;

  constructor(documents: ReadonlyMap<string, string>, options: BudgetOptions) {
    this.#options = options;
    const text = documents.get(DOCUMENT_NAME);
    this.#spending = text === undefined ? { day: today(), spent: 0 } : (JSON.parse(text) as Spending);
  }

  /** The number of requests that were counted since the run began. */
  get requests(): number {
    return this.#requests;
  }

  /** The amount that was spent today by all sources, in US dollars. */
  get spentUsd(): number {
    return this.#spending.spent / MILLION;
  }

  get #cost(): number {
    return this.#spending.costs?.[this.#options.source] ?? LIST_COST;
  }

  /** The cost of a number of requests for lists, in US dollars. */
  costUsd(requests: number): number {
    return (requests * this.#cost) / MILLION;
  }

  get document(): readonly [name: string, text: string] {
    return [DOCUMENT_NAME, JSON.stringify(this.#spending)];
  }

  /** Counts the request for a list that will be sent next. @throws SourceError BUDGET_EXHAUSTED */
  reserve(): void {
    if (this.#spending.day !== today()) {
      this.#spending = { ...this.#spending, day: today(), spent: 0 };
      this.#remaining = undefined;
    }
    if (this.isServiceLimitReached || this.#spending.spent + this.#cost > this.#ownLimit())
      throw this.exhausted();
    this.#spending.spent += this.#cost;
    this.#requests += 1;
  }

  /** Takes back the last request that was counted, because it was not sent. */
  takeBack(): void {
    this.#spending.spent -= this.#cost;
    this.#requests -= 1;
  }

  /**
   * The daily limit that this program observes. If the operator sets no budget, there is no limit, because the service
   * itself refuses too many requests. But if the answers of the service do not state the remaining amount, its usual
   * limit is observed.
   */
  #ownLimit(): number {
    const { budgetUsd, hasKey } = this.#options;
    if (budgetUsd !== undefined) return Math.round(budgetUsd * MILLION);
    if (this.#remaining !== undefined || !this.#hasAnswer) return Infinity;
    return hasKey ? DAILY_WITH_KEY : DAILY_WITHOUT_KEY;
  }

  /** Takes the cost of the request and the remaining amount from the headers of an answer. */
  noteAnswer(headers: Headers): void {
    this.#hasAnswer = true;
    const cost = amountOf(headers, 'x-ratelimit-cost-usd');
    if (cost !== undefined && cost > 0) {
      const spent = this.#spending.spent + cost - this.#cost;
      const costs = { ...this.#spending.costs, [this.#options.source]: cost };
      this.#spending = { ...this.#spending, spent, costs };
    }
    this.#remaining = amountOf(headers, 'x-ratelimit-remaining-usd') ?? this.#remaining;
  }

  /** Whether the remaining amount, as the service stated it, is less than the cost of another list. */
  get isServiceLimitReached(): boolean {
    return this.#remaining !== undefined && this.#remaining < this.#cost;
  }

  /** The error for an exhausted budget. @param said the message of the service; '' if there is none */
  exhausted(said = ''): SourceError {
    const { budgetUsd, hasKey } = this.#options;
    const advice = [
      ...(budgetUsd === undefined ? [] : [`OPENALEX_BUDGET_USD is ${budgetUsd}.`]),
      ...(hasKey ? [] : ['A free key in OPENALEX_API_KEY allows more.']),
    ];
    return new SourceError(
      'BUDGET_EXHAUSTED',
      [
        `The budget for OpenAlex is used up for today ($${this.spentUsd} spent).`,
        ...advice,
        ...(said === '' ? [] : [`It says: ${said}`]),
        'What was read is stored, and a run after midnight UTC continues there.',
      ].join(' '),
    );
  }
}

const today = (): string => new Date().toISOString().slice(0, 10);

const amountOf = (headers: Headers, name: string): number | undefined => {
  const value = headers.get(name);
  if (value === null || value.trim() === '') return undefined;
  const amount = Number(value);
  return Number.isFinite(amount) && amount >= 0 ? Math.round(amount * MILLION) : undefined;
};
