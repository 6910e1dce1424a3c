// Prints the text of a PDF as pdf.js sees it: node pdfjs_text.js PDF.JS FILE
const pdfjs = require(process.argv[2]);
const data = new Uint8Array(require("fs").readFileSync(process.argv[3]));
(async () => {
    const file = await pdfjs.getDocument({ data, verbosity: 0, disableFontFace: true }).promise;
    for (let number = 1; number <= file.numPages; ++number) {
        const content = await (await file.getPage(number)).getTextContent();
        console.log(content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join(""));
    }
})();
