extension VectorGenerator {
    /// Makes the C file that carries every file under `vectors` into the program.
    ///
    /// - Parameter paths: Paths below `vectors`, in any order.
    public static func embedTable(paths: [String]) -> GeneratedFile {
        let paths = Set(paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var text = """
            // Made from the list of files under vectors. Do not edit: payoutkit vectors regenerate

            #include "CVectors.h"

            // #embed is part of C23, and clang has it in every standard, with a warning.
            #if defined(__clang__)
            #pragma clang diagnostic ignored "-Wc23-extensions"
            #endif

            // The zero after each file is not counted; it makes an empty file an array too.

            """
        for (index, path) in paths.enumerated() {
            text += """
                static const unsigned char file\(index)[] = {
                #embed "../../vectors/\(path)" suffix(,)
                0};

                """
        }
        text += "\nstatic const cvectors_file files[] = {\n"
        for (index, path) in paths.enumerated() {
            text += "    {\"\(path)\", file\(index), sizeof file\(index) - 1},\n"
        }
        // An array has at least one element in C.
        text += """
                {NULL, NULL, 0},
            };

            size_t cvectors_count(void) { return sizeof files / sizeof files[0] - 1; }

            const cvectors_file *cvectors_at(size_t index) {
                return index < cvectors_count() ? &files[index] : NULL;
            }

            """
        return GeneratedFile(path: "Sources/CVectors/vectors.c", bytes: Array(text.utf8))
    }
}
