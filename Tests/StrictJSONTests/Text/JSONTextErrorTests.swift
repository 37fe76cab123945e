import StrictJSON
import Testing

@Suite("JSON text: errors") struct JSONTextErrorTests {
    @Test func `every code has an identifier and a sentence of its own`() {
        let codes = JSONTextError.Code.all
        #expect(codes.count == 20)
        #expect(Set(codes).count == codes.count)
        #expect(Set(codes.map(\.identifier)).count == codes.count)
        #expect(Set(codes.map(\.description)).count == codes.count)
        #expect(
            codes.allSatisfy {
                $0.identifier.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F || $0 == 0x38 }
            }
        )
        #expect(codes.allSatisfy { !$0.description.hasSuffix(".") })
    }

    @Test func `the description says what and where, and nothing of the text`() {
        let error = #expect(throws: JSONTextError.self) {
            try JSONDocument(parsing: #"{"number":"4111111111111111" x}"#)
        }
        #expect(error?.description == "a comma or a closing brace is expected after a member, at byte 29")
        #expect(JSONTextError.Code.duplicateName.identifier == "duplicate_name")
    }
}
