import StrictJSON
import Testing

@Test func smoke() throws {
    let document = try JSONDocument(parsing: #"{"a":[1,2.50,"x\u0041\ud83d\ude00",null,true,false,{}],"b":{"c":[]}}"#)
    let text = #"{"a":[1,2.50,"xA😀",null,true,false,{}],"b":{"c":[]}}"#
    #expect(JSONWriter().writeString(document.root) == text)
    #expect(JSONWriter().writeString(JSONTree(document.root)) == text)
    #expect(document.root["a"]?[2]?.string == "xA😀")
    #expect(document.root["b"]?["c"]?.count == 0)
}
