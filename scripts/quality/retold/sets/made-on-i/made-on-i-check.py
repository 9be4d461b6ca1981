import re,glob,unicodedata,sys
R='/tmp/w/rooms/made-on-i/'
def fold(s):
    s=s.lower().replace('đ','d'); s=''.join(c for c in unicodedata.normalize('NFD',s) if not unicodedata.combining(c)); return re.sub(r'\s+',' ',s)
pages={}
for p in glob.glob(R+'pages/*'):
    s=open(p).read(); s=re.sub(r'<[^>]+>',' ',s) if p.endswith('html') else s
    pages[p.split('/')[-1][:3]]=fold(s)
def has(k,t):
    k=k.strip()
    if re.search('[\u4e00-\u9fff]',k): return k in t
    return re.search(r'(?<![a-z0-9])'+re.escape(k)+r'(?![a-z0-9])',t) is not None
def rows(f,n):
    for i,l in enumerate(open(R+f).read().split('\n'),1):
        if not l or l.startswith('#'): continue
        c=l.split('\t')
        if len(c)!=n: print(f,i,'columns',len(c)); continue
        yield i,c
for i,c in rows('visits.tsv',11):
    t=pages[c[0].lstrip('~')]
    for j in (5,6,7,8,9):
        if c[j]=='-':continue
        alts=[a.lstrip('~') for a in c[j].split('|')]
        miss=[a for a in alts if not has(a,t)]
        if len(miss)==len(alts): print('visits',i,c[0],j,c[j])
    if c[10]!='-':
        for pt in c[10].split(' ; '):
            miss=[a for a in pt.split('|') if not has(a,t)]
            if miss: print('visits pt',i,c[0],pt,'missing',miss)
seen=set()
vis={(c[0].lstrip('~'),c[2].lstrip('~')+'/'+c[3].lstrip('~')) for i,c in rows('visits.tsv',11)}
for i,c in rows('points.tsv',5):
    t=pages[c[0]]
    if (c[0],c[1]) not in vis: print('no meeting',c)
    if c[3]!='both' and not any(has(a,t) for a in c[3].split('|')): print('speaker',c)
    miss=[a for a in c[4].split('|') if not has(a,t)]
    if miss: print('point',c,miss)
try:
    import collections
    ids=set(); K=collections.Counter(); Lg=collections.Counter(); D=collections.Counter()
    for i,c in rows('questions.tsv',6):
        id,lang,kind,docs,must,q=c; K[kind]+=1; Lg[lang]+=1
        if id in ids: print('dup',id)
        ids.add(id)
        if lang=='vi-ascii' and fold(q)!=q.lower(): print('ascii?',q)
        if must!=fold(must): print('not folded',id)
        if kind=='none':
            if docs!='-': print('none docs',id)
            continue
        ds=docs.split(',')
        for d in ds:
            D[d]+=1
            if d not in pages: print('doc?',id,d)
        T=' '.join(pages[d] for d in ds)
        for g in must.split('&'):
            if not g or any(not a.strip() for a in g.split('|')): print('slip',id,must)
            if g.startswith('!'):
                if not any(has(a,T) for a in g[1:].split('|')): print('neg absent',id,g)
                continue
            if not any(has(a,T) for a in g.split('|')): print('KEY',id,docs,g)
    print(K,Lg,sum(K.values())); print(sorted(D.items()))
except FileNotFoundError: pass
