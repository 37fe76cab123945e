// swift-tools-version: 6.2

import PackageDescription

/// Settings of every target: the language mode is Swift 6, and a warning is an error.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

/// Settings of targets that the program alone has, and that are as fast when they are built for size. Packages that depend on
/// the libraries build no target with unsafe flags.
let smallSettings = settings + [.unsafeFlags(["-Osize"], .when(configuration: .release))]

let package = Package(
    name: "payoutkit",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "payoutkit", targets: ["payoutkit"]),
        .library(name: "PayoutTesting", targets: ["PayoutTesting"]),
        .library(
            name: "PayoutKit",
            targets: [
                "StrictJSON", "JSONSchema", "PartnerSignature", "HTTPWire", "PayoutVectors", "PayoutContract",
                "PayoutSandbox", "PayoutConformance",
            ]
        ),
    ],
    targets: [
        // Floor 1: bytes.
        .systemLibrary(
            name: "COpenSSL",
            pkgConfig: "openssl",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
        ),
        .systemLibrary(name: "CSockets"),
        .target(name: "StrictJSON", swiftSettings: settings),
        // Its diagnosis reads bodies as JSON: both are of the first floor, and StrictJSON knows nothing of signatures.
        .target(name: "PartnerSignature", dependencies: ["COpenSSL", "StrictJSON"], swiftSettings: settings),
        .target(name: "HTTPWire", dependencies: ["COpenSSL", "CSockets"], swiftSettings: settings),
        // For async callers, such as tests. The program has none, and does without Swift's concurrency: half a megabyte.
        .target(name: "BlockingWork", dependencies: ["HTTPWire"], swiftSettings: settings),

        // Floor 2: documents.
        .target(name: "JSONSchema", dependencies: ["StrictJSON"], swiftSettings: settings),
        .executableTarget(name: "vectorpack"),
        .plugin(
            name: "EmbedVectors",
            capability: .buildTool(),
            dependencies: ["vectorpack"],
            path: "Sources/EmbedVectors"
        ),
        .target(
            name: "PayoutVectors",
            dependencies: ["StrictJSON"],
            swiftSettings: settings,
            plugins: ["EmbedVectors"]
        ),

        // Floor 3: the contract.
        .target(
            name: "PayoutContract",
            dependencies: ["StrictJSON", "JSONSchema", "PayoutVectors"],
            swiftSettings: settings
        ),

        // Floor 4: the bank.
        .target(
            name: "PayoutSandbox",
            dependencies: ["StrictJSON", "PartnerSignature", "HTTPWire", "PayoutVectors", "PayoutContract"],
            swiftSettings: settings
        ),

        // Floor 5: the suites.
        .target(
            name: "PayoutConformance",
            dependencies: [
                "StrictJSON", "PartnerSignature", "HTTPWire", "PayoutVectors", "PayoutContract", "PayoutSandbox",
            ],
            swiftSettings: settings
        ),
        // What the suites are tried on: partners and banks that are broken on purpose.
        .target(
            name: "ConformanceZoo",
            dependencies: [
                "StrictJSON", "PartnerSignature", "HTTPWire", "PayoutVectors", "PayoutContract", "PayoutSandbox",
                "PayoutConformance",
            ],
            swiftSettings: smallSettings
        ),
        .target(
            name: "PayoutRegression",
            dependencies: [
                "StrictJSON", "JSONSchema", "PartnerSignature", "HTTPWire", "PayoutVectors", "PayoutContract",
            ],
            swiftSettings: smallSettings
        ),
        // Above the audit: the generated cases are those that the audit's mutants ask for.
        .target(
            name: "VectorGeneration",
            dependencies: [
                "StrictJSON", "JSONSchema", "PartnerSignature", "PayoutVectors", "PayoutContract", "PayoutRegression",
            ],
            swiftSettings: smallSettings
        ),

        // Floor 6: what people meet.
        .target(
            name: "PayoutTesting",
            dependencies: [
                "BlockingWork", "StrictJSON", "PartnerSignature", "HTTPWire", "PayoutVectors", "PayoutContract",
                "PayoutConformance",
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "payoutkit",
            dependencies: [
                "StrictJSON", "JSONSchema", "PartnerSignature", "HTTPWire", "PayoutVectors", "PayoutContract",
                "PayoutSandbox", "PayoutConformance", "PayoutRegression", "ConformanceZoo", "VectorGeneration",
            ],
            swiftSettings: smallSettings,
            // Nobody loads the program's symbols; exported, they would keep half a megabyte of unused code in it. Packages that
            // depend on the libraries build no target with unsafe flags.
            linkerSettings: [
                .unsafeFlags(
                    ["-Xlinker", "--no-export-dynamic", "-Xlinker", "--icf=safe"],
                    .when(platforms: [.linux], configuration: .release)
                )
            ]
        ),

        // Measures floors 1 to 4: swift run -c release payoutkit-bench
        .target(name: "CAllocations"),
        .executableTarget(
            name: "payoutkit-bench",
            dependencies: [
                "CAllocations", "StrictJSON", "JSONSchema", "PartnerSignature", "HTTPWire", "PayoutVectors",
                "PayoutContract", "PayoutSandbox", "PayoutRegression", "VectorGeneration",
            ],
            swiftSettings: settings
        ),

        // What several test targets need: files, folders and programs of the machine.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "StrictJSONTests", dependencies: ["StrictJSON"], swiftSettings: settings),
        .testTarget(
            name: "JSONSchemaTests",
            dependencies: ["JSONSchema", "StrictJSON", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PartnerSignatureTests",
            dependencies: ["PartnerSignature", "COpenSSL", "VectorGeneration", "PayoutVectors", "StrictJSON", "TestSupport"],
            swiftSettings: settings
        ),
        .testTarget(name: "HTTPWireTests", dependencies: ["BlockingWork", "HTTPWire"], swiftSettings: settings),
        .testTarget(
            name: "PayoutVectorsTests",
            dependencies: [
                "PayoutVectors", "StrictJSON", "JSONSchema", "PartnerSignature", "VectorGeneration", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PayoutContractTests",
            dependencies: ["PayoutContract", "PayoutVectors", "StrictJSON", "JSONSchema"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PayoutSandboxTests",
            dependencies: [
                "BlockingWork", "PayoutSandbox", "PayoutContract", "PayoutVectors", "PartnerSignature", "HTTPWire",
                "StrictJSON", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PayoutConformanceTests",
            dependencies: [
                "BlockingWork", "PayoutConformance", "ConformanceZoo", "JSONSchema", "PayoutSandbox", "PayoutContract",
                "PayoutVectors", "PartnerSignature", "HTTPWire", "StrictJSON", "TestSupport",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "PayoutRegressionTests",
            dependencies: [
                "PayoutRegression", "VectorGeneration", "PayoutSandbox", "JSONSchema", "PartnerSignature", "HTTPWire",
                "PayoutContract", "PayoutVectors", "StrictJSON", "TestSupport",
            ],
            exclude: ["Diff/pairs.ndjson", "Revisions/verdicts.txt"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ContractSuiteTests",
            dependencies: ["PayoutTesting", "PayoutConformance", "PayoutContract", "PayoutVectors", "HTTPWire"],
            swiftSettings: settings
        ),
        // What a partner's own test target looks like.
        .testTarget(
            name: "SamplePartnerTests",
            dependencies: [
                "PayoutTesting", "PayoutConformance", "PayoutContract", "PartnerSignature", "HTTPWire", "StrictJSON",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "payoutkitTests",
            dependencies: [
                "BlockingWork", "payoutkit", "PayoutConformance", "HTTPWire", "StrictJSON", "PartnerSignature",
                "PayoutVectors", "PayoutContract", "PayoutSandbox", "TestSupport",
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
