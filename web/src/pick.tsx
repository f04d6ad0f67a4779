interface Props {
  readonly name: string;
  readonly value: string;
  readonly values: readonly string[];
  /** What stands for the empty value, if that can be picked. */
  readonly none?: string;
  set(value: string): void;
}

/** One of several values, picked from a list. */
export function Pick({ name, value, values, none, set }: Props) {
  return (
    <label>
      {name}
      <select value={value} onChange={(event) => set(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {values.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}
