import { AgentError } from "./agent-error.js";
import type { Connection } from "./connection.js";
import { type AgentFacts, type Isolation, readHello } from "./facts.js";

/** The version of the protocol that this side speaks. */
const VERSION = 2;

/**
 * How long an agent may take to say hello, in milliseconds: it may have to log in somewhere, or to
 * boot.
 */
const patience = 60_000;
const silent = "It was killed; check that the command in front of it starts it";

/**
 * Has a fresh agent get ready.
 *
 * @throws {AgentError} if it does not, or cannot obtain the isolation wanted
 */
export async function greet(
  connection: Connection,
  isolation: Isolation | "auto",
): Promise<AgentFacts> {
  let facts: AgentFacts | undefined;
  let refusal = "";
  const take = (line: string) => {
    if (line.startsWith("refused ")) refusal = line.slice("refused ".length);
    else facts = readHello(line);
    return true;
  };
  await connection.exchange([`start ${VERSION} isolation=${isolation}`], take, patience, silent);
  if (facts) return facts;
  throw new AgentError("refused", `The agent refused ${refusal}`, "Ask for something else");
}
