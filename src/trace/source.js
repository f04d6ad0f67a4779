/** A text with its lines, for places in it. */
export class Source {
    text;
    file;
    /** Where each line starts. */
    starts;
    constructor(text, file) {
        this.text = text;
        this.file = file;
        const starts = [0];
        for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1))
            starts.push(end + 1);
        this.starts = starts;
    }
    /** The place of an offset. */
    position(offset) {
        const line = this.lineAt(offset);
        return { line, column: offset - this.start(line) + 1, offset };
    }
    /** The text of a line, without its end. */
    line(line) {
        const end = this.starts[line] === undefined ? this.text.length : this.start(line + 1) - 1;
        const text = this.text.slice(this.start(line), end);
        return text.endsWith("\r") ? text.slice(0, -1) : text;
    }
    /** Something wrong at an offset. */
    problem(offset, message, expected) {
        const { line, column } = this.position(offset);
        const place = { file: this.file, line, column, sourceLine: this.line(line) };
        return expected === undefined ? { ...place, message } : { ...place, message, expected };
    }
    start(line) {
        return this.starts[line - 1] ?? this.text.length;
    }
    lineAt(offset) {
        let low = 1;
        let high = this.starts.length;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.start(middle) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
