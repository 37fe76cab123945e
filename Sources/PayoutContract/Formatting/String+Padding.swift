extension String {
    /// The text with blanks behind it up to `width`, for columns; the width counts bytes, so it is for ASCII.
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - utf8.count))
    }
}
