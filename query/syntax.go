package query

import "github.com/alecthomas/participle/v2/lexer"

// The syntax of a query, as participle reads it: the tags are the grammar.
// docs/match.md tells it to people.
type (
	// A syntax is a query of MATCH and RETURN.
	syntax struct {
		Clauses []*clause `parser:"@@+"`
		Return  *returns  `parser:"@@? ';'?"`
	}

	// A clause is one MATCH with its conditions.
	clause struct {
		Pos      lexer.Position
		Optional bool       `parser:"@'OPTIONAL'?"`
		Patterns []*pattern `parser:"'MATCH' @@ ( ',' @@ )*"`
		Where    *expr      `parser:"( 'WHERE' @@ )?"`
	}

	// A pattern is a chain of nodes and relations, and the name of the path.
	pattern struct {
		Pos   lexer.Position
		Path  string `parser:"( @Ident '=' )?"`
		Kind  string `parser:"( ( @( 'shortestPath' | 'allShortestPaths' ) '('"`
		Short *chain `parser:"@@ ')' )"`
		Chain *chain `parser:"| @@ )"`
	}

	chain struct {
		First *nodeSyntax `parser:"@@"`
		Links []*link     `parser:"@@*"`
	}

	link struct {
		Rel  *relSyntax  `parser:"@@"`
		Node *nodeSyntax `parser:"@@"`
	}

	nodeSyntax struct {
		Pos   lexer.Position
		Var   string      `parser:"'(' @( Ident | Variable )?"`
		Types []*word     `parser:"( ':' @@ ( '|' ':'? @@ )* )?"`
		Props []*property `parser:"( '{' ( @@ ( ',' @@ )* )? '}' )? ')'"`
	}

	relSyntax struct {
		Pos   lexer.Position
		Left  bool     `parser:"@'<'? '-'"`
		Body  *relBody `parser:"( ( '[' @@ ']' )? '-' )?"`
		Right bool     `parser:"@'>'?"`
	}

	relBody struct {
		Var   string      `parser:"@( Ident | Variable )?"`
		Types []*word     `parser:"( ':' @@ ( '|' ':'? @@ )* )?"`
		Hops  *hops       `parser:"@@?"`
		Props []*property `parser:"( '{' ( @@ ( ',' @@ )* )? '}' )?"`
	}

	// A hops says how often a relation is walked: *, *2, *1..4, *..4, *2.. .
	hops struct {
		Pos  lexer.Position
		Star bool   `parser:"@'*'"`
		Low  string `parser:"@Number?"`
		Dots bool   `parser:"( @'..'"`
		High string `parser:"@Number? )?"`
	}

	// A word is the name of a type, a relation or a function.
	word struct {
		Pos  lexer.Position
		Text string `parser:"@( Ident | Quoted )"`
	}

	property struct {
		Pos   lexer.Position
		Name  string   `parser:"@Ident ':'"`
		Value *literal `parser:"@@"`
	}

	// A literal is a value that the query itself gives.
	literal struct {
		Pos       lexer.Position
		Parameter string  `parser:"@Parameter"`
		String    *string `parser:"| @String"`
		Number    string  `parser:"| @( '-'? Number )"`
		Word      string  `parser:"| @( 'TRUE' | 'FALSE' | 'NULL' )"`
	}

	// A returns says what of a match is wanted, in what order.
	returns struct {
		Pos      lexer.Position
		Distinct bool    `parser:"'RETURN' @'DISTINCT'?"`
		All      bool    `parser:"( @'*'"`
		Items    []*item `parser:"| @@ ( ',' @@ )* )"`
		Tail     *tail   `parser:"@@?"`
	}

	// A tail is what may follow RETURN, and the arrow form.
	tail struct {
		Order []*orderKey `parser:"( 'ORDER' 'BY' @@ ( ',' @@ )* )?"`
		Skip  *literal    `parser:"( 'SKIP' @@ )?"`
		Limit *literal    `parser:"( 'LIMIT' @@ )?"`
	}

	item struct {
		Expr *expr  `parser:"@@"`
		As   string `parser:"( 'AS' @( Ident | Quoted ) )?"`
	}

	orderKey struct {
		Expr *expr  `parser:"@@"`
		Way  string `parser:"@( 'ASC' | 'ASCENDING' | 'DESC' | 'DESCENDING' )?"`
	}
)

// Expressions, the loosest binding first.
type (
	expr struct {
		Pos, EndPos lexer.Position
		Terms       []*exclusive `parser:"@@ ( 'OR' @@ )*"`
	}

	exclusive struct {
		Terms []*conjunction `parser:"@@ ( 'XOR' @@ )*"`
	}

	conjunction struct {
		Terms []*negation `parser:"@@ ( 'AND' @@ )*"`
	}

	negation struct {
		Pos  lexer.Position
		Nots []string `parser:"@'NOT'*"`
		Test *test    `parser:"@@"`
	}

	// A test compares two values, or is a value itself.
	test struct {
		Left  *operand `parser:"@@"`
		Op    string   `parser:"( ( @( '=~' | '=' | '<>' | '<=' | '>=' | '<' | '>' | 'CONTAINS' | 'IN' | 'STARTS' 'WITH' | 'ENDS' 'WITH' )"`
		Right *operand `parser:"@@ )"`
		Is    bool     `parser:"| ( @'IS'"`
		Not   bool     `parser:"@'NOT'? 'NULL' ) )?"`
	}

	operand struct {
		Pos     lexer.Position
		Exists  *exists    `parser:"@@"`
		Pattern *walk      `parser:"| @@"`
		Sub     *expr      `parser:"| ( '(' @@ ')' )"`
		List    *list      `parser:"| @@"`
		Literal *literal   `parser:"| @@"`
		Call    *call      `parser:"| @@"`
		Ref     *reference `parser:"| @@"`
	}

	// An exists asks whether there is a match of patterns within a match.
	exists struct {
		Pos      lexer.Position
		Patterns []*chain `parser:"'EXISTS' '{' 'MATCH'? @@ ( ',' @@ )*"`
		Where    *expr    `parser:"( 'WHERE' @@ )? '}'"`
	}

	// A walk is the same, in short, for one chain.
	walk struct {
		Pos   lexer.Position
		First *nodeSyntax `parser:"@@"`
		Links []*link     `parser:"@@+"`
	}

	list struct {
		Open  bool    `parser:"@'['"`
		Items []*expr `parser:"( @@ ( ',' @@ )* )? ']'"`
	}

	call struct {
		Name     *word   `parser:"@@ '('"`
		Star     bool    `parser:"@'*'?"`
		Distinct bool    `parser:"@'DISTINCT'?"`
		Args     []*expr `parser:"( @@ ( ',' @@ )* )? ')'"`
	}

	// A reference is a variable or a property of one.
	reference struct {
		Pos  lexer.Position
		Var  string `parser:"@( Ident | Variable | Quoted )"`
		Prop *word  `parser:"( '.' @@ )?"`
	}
)

// The arrow form: names and variables joined by arrows.
type (
	arrowSyntax struct {
		Chains []*arrowChain `parser:"@@ ( ',' @@ )*"`
		Where  *expr         `parser:"( 'WHERE' @@ )?"`
		Return *returns      `parser:"@@?"`
		Tail   *tail         `parser:"@@? ';'?"`
	}

	arrowChain struct {
		First *term        `parser:"@@"`
		Links []*arrowLink `parser:"@@*"`
	}

	arrowLink struct {
		Arrow *arrow `parser:"@@"`
		Term  *term  `parser:"@@"`
	}

	// A term is a variable, or the name or ID of a node.
	term struct {
		Pos   lexer.Position
		Var   string  `parser:"( @Variable"`
		Any   bool    `parser:"| @'?'"`
		Name  *string `parser:"| @( String | Ident | Quoted ) )"`
		Types []*word `parser:"( ':' @@ ( '|' @@ )* )?"`
	}

	arrow struct {
		Pos   lexer.Position
		Left  bool    `parser:"@'<'? '-'"`
		Types []*word `parser:"( @@ ( '|' @@ )* )?"`
		Hops  *hops   `parser:"@@?"`
		Right bool    `parser:"'-'? @'>'?"`
	}
)
