/** Properties that an element has from its parent, if nothing else is said of it. */
const inherited = [
    "color",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "paint-order",
    "visibility",
    "font-family",
    "font-size",
    "font-weight",
    "font-style",
    "font-variant",
    "letter-spacing",
    "text-anchor",
    "dominant-baseline",
    "marker-start",
    "marker-mid",
    "marker-end",
];
/** Properties that only the element itself has, and what they are if nothing is said of it. */
const own = {
    opacity: "1",
    display: "inline",
    "text-decoration-line": "none",
    transform: "none",
    filter: "none",
    "clip-path": "none",
    mask: "none",
    rx: "auto",
    ry: "auto",
};
/** What a transformation is about; without one it says nothing. */
const origin = ["transform-origin", "transform-box"];
const namespace = "http://www.w3.org/2000/svg";
/** The picture as a document of its own, with the styles that it has in the page. */
export function standalone(picture) {
    const copy = picture.cloneNode(true);
    const styles = new Map();
    const copies = [copy, ...copy.querySelectorAll("*")];
    for (const [i, element] of [picture, ...picture.querySelectorAll("*")].entries())
        dress(copies[i], styleOf(element, picture), styles);
    const { width, height } = sizeOf(picture);
    copy.setAttribute("width", String(width));
    copy.setAttribute("height", String(height));
    const sheet = document.createElementNS(namespace, "style");
    sheet.textContent = [...styles].map(([style, name]) => `.${name}{${style}}`).join("\n");
    copy.prepend(sheet, groundOf(picture));
    return new XMLSerializer().serializeToString(copy);
}
/** How large the picture is, in its own units where it has them. */
export function sizeOf(picture) {
    const { width, height } = picture.viewBox.baseVal ?? { width: 0, height: 0 };
    if (width > 0 && height > 0)
        return { width, height };
    const box = picture.getBoundingClientRect();
    return { width: Math.ceil(box.width), height: Math.ceil(box.height) };
}
/** What the page's styles say of an element, and a picture elsewhere would not know. */
function styleOf(element, picture) {
    const style = getComputedStyle(element);
    const parent = element === picture ? undefined : element.parentElement;
    const above = parent && getComputedStyle(parent);
    const differs = (property, usual) => element.hasAttribute(property) || style.getPropertyValue(property) !== usual;
    const said = [
        ...inherited.filter((property) => differs(property, above?.getPropertyValue(property))),
        ...Object.entries(own).flatMap(([property, usual]) => differs(property, usual) ? property : []),
        ...(style.transform === "none" ? [] : origin),
    ];
    return said.map((property) => `${property}:${style.getPropertyValue(property)}`).join(";");
}
/** Gives the element a class of its style, and takes those of the page away. */
function dress(element, style, styles) {
    element?.removeAttribute("style");
    element?.removeAttribute("class");
    if (!element || style === "")
        return;
    const name = styles.get(style) ?? `s${styles.size}`;
    styles.set(style, name);
    element.setAttribute("class", name);
}
/** What the picture stands on: the first colour behind it in the page. */
function groundOf(picture) {
    const { x, y } = picture.viewBox.baseVal ?? { x: 0, y: 0 };
    const fill = groundColour(picture);
    const ground = document.createElementNS(namespace, "rect");
    const place = { x, y, ...sizeOf(picture), fill };
    for (const [name, value] of Object.entries(place))
        ground.setAttribute(name, String(value));
    return ground;
}
function groundColour(picture) {
    for (let element = picture; element; element = element.parentElement) {
        const { backgroundColor } = getComputedStyle(element);
        if (!/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor))
            return backgroundColor;
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#ffffff";
}
