/** Points for each unit of the picture. */
const SCALE = 2;
/**
 * A picture as PNG.
 *
 * @param svg a document that needs nothing else
 * @throws if the browser cannot draw it
 */
export async function raster(svg, { width, height }) {
    const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    try {
        const image = new Image();
        image.src = address;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = Math.round(width * SCALE);
        canvas.height = Math.round(height * SCALE);
        canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
        const png = await new Promise((done) => canvas.toBlob(done, "image/png"));
        if (!png)
            throw new Error("the picture is too large");
        return png;
    }
    finally {
        URL.revokeObjectURL(address);
    }
}
